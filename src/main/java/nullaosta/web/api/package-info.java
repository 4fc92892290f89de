/** The same commands for programs, under {@code /api/v1}; refusals are problems as RFC 9457 has them. */
@NullMarked
package nullaosta.web.api;

import org.jspecify.annotations.NullMarked;
