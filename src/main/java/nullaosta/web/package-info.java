/** The door: parse, one command, render. */
@NullMarked
package nullaosta.web;

import org.jspecify.annotations.NullMarked;
