/** Terms and facts in, one finding per clause and an outcome out; pure. */
@NullMarked
package nullaosta.assessment;

import org.jspecify.annotations.NullMarked;
