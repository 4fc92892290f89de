package nullaosta.agreement;

import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;

/** A number, date or name of the terms, kept apart from the conditions so that it has a source of its own. */
public record Parameter(String name, ValueType type, Value value, Source source) {}
