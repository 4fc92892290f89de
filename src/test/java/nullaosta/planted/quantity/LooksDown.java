package nullaosta.planted.quantity;

import nullaosta.planted.dossier.Below;

/** A back-edge on purpose: {@code quantity} may not know {@code dossier}. ArchitectureTest must see it. */
public record LooksDown(Below below) {}
