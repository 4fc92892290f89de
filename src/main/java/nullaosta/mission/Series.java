package nullaosta.mission;

/** Whether a mission stands for one flight or for several like it. */
public sealed interface Series {

    Single SINGLE = new Single();

    /** One flight that is asked for by itself. */
    record Single() implements Series {}

    /**
     * Flights of one kind within the mission's window, each of which is announced and checked before it takes off.
     *
     * @param flights how many at most
     */
    record Block(int flights) implements Series {
        public static final int FEWEST = 2;
        public static final int MOST = 500;

        public Block {
            if (flights < FEWEST || flights > MOST) {
                throw new IllegalArgumentException(
                        "`" + flights + "` flights of a block; expected " + FEWEST + " to " + MOST);
            }
        }
    }

    /**
     * One flight of a block.
     *
     * @param block number of the block's case
     */
    record Announced(String block) implements Series {}
}
