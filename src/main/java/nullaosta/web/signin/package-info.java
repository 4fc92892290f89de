/** Who is at the door. How a person signed in ends here; behind it there is only the person. */
@NullMarked
package nullaosta.web.signin;

import org.jspecify.annotations.NullMarked;
