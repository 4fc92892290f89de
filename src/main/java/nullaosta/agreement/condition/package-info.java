/** Conditions: a strict profile of CEL, parsed and type-checked, as a small tree that evaluator and prover share. */
@NullMarked
package nullaosta.agreement.condition;

import org.jspecify.annotations.NullMarked;
