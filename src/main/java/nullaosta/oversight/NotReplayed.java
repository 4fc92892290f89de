package nullaosta.oversight;

/** A past case that other terms cannot be tried on. */
public record NotReplayed(String name, String why) {}
