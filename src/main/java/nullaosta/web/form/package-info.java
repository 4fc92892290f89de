/** What people and programs ask for, read into one command or into everything that is wrong with it. */
@NullMarked
package nullaosta.web.form;

import org.jspecify.annotations.NullMarked;
