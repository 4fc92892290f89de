package nullaosta.web.console;

import nullaosta.mission.form.Typed;

/** What the buttons of the form ask for. */
enum FormButton {
    FILE,
    PREVIEW,
    PASTE,
    ROWS;

    /** {@code file}, {@code preview}, {@code paste}, {@code add legs}, {@code remove legs/1}; whatever else is sent only shows the form again. */
    static FormButton of(String wanted) {
        return switch (wanted) {
            case "file" -> FILE;
            case "preview" -> PREVIEW;
            case "paste" -> PASTE;
            default -> ROWS;
        };
    }

    /** With one row more or less, where that was asked. */
    static Typed changed(Typed typed, String wanted) {
        if (wanted.matches("add (legs|volumes|documents)")) {
            return typed.withRow(wanted.substring(4));
        }
        if (wanted.matches("remove (legs|volumes|documents)/[0-9]{1,3}")) {
            String[] row = wanted.substring(7).split("/", 2);
            return typed.withoutRow(row[0], Integer.parseInt(row[1]));
        }
        return typed;
    }
}
