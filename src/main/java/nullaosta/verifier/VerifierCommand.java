package nullaosta.verifier;

/** One thing that can be verified. */
interface VerifierCommand {

    Usage usage();

    VerifyExit run(Arguments arguments, Terminal terminal) throws WrongUsage, NotChecked;
}
