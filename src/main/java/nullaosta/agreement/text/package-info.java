/** YAML with a place for every word, and problems that point at it; all of a file's problems come together. */
@NullMarked
package nullaosta.agreement.text;

import org.jspecify.annotations.NullMarked;
