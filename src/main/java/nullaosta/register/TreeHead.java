package nullaosta.register;

import nullaosta.seal.Digest;

/** Size and root of the tree that is committed to storage, signed or not. */
public record TreeHead(long size, Digest root) {}
