/** Where: positions, areas, volumes of airspace, and whether one holds another. */
@NullMarked
package nullaosta.airspace;

import org.jspecify.annotations.NullMarked;
