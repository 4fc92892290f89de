package nullaosta.agreement;

/** Who of the host decides what the terms leave open; the id is what mandates name. */
public record Authority(String id, String title) {}
