/** The form that a requester fills in: made of the host's profile and the agreements' questions, and read into a mission. */
@NullMarked
package nullaosta.mission.form;

import org.jspecify.annotations.NullMarked;
