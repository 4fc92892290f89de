package nullaosta.proof;

/** A page that needs nothing else, to be read and printed. */
final class Paper {

    static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 11pt/1.45 "DejaVu Sans", system-ui, sans-serif; color: #16202a; max-width: 58rem; margin: 2rem auto;
              padding: 0 1rem; }
            h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; }
            table { border-collapse: collapse; width: 100%; } th { text-align: left; color: #52606d; font-size: .85rem; }
            th, td { padding: .4rem .7rem .4rem 0; border-bottom: 1px solid #d5dce2; vertical-align: top; }
            code { font-family: "DejaVu Sans Mono", ui-monospace, monospace; font-size: .8rem; overflow-wrap: anywhere; }
            .verdict { font-weight: 700; } .proved { color: #1c6b3a; } .refuted { color: #9b1c1c; } .open { color: #7a4d00; }
            .mission, .clause { break-inside: avoid; } .words { font-size: 1.05rem; margin: .4rem 0; }
            .clause { border-top: 2px solid #16202a; margin-top: 1.6rem; padding-top: .4rem; }
            .quiet { color: #52606d; font-size: .9rem; }
            @page { size: A4; margin: 16mm; } @media print { body { margin: 0; padding: 0; font-size: 9.5pt; } }
            """;

    private Paper() {
    }

    static StringBuilder begun(String title) {
        StringBuilder page = new StringBuilder();
        add(page, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>", text(title),
                "</title>\n<style>\n", STYLE, "</style>\n</head>\n<body>\n<h1>", text(title), "</h1>\n");
        return page;
    }

    /** Appends parts that are markup already. A chain of appends would do, but Error Prone takes a minute over long ones. */
    static void add(StringBuilder page, String... parts) {
        for (String part : parts) {
            page.append(part);
        }
    }

    static String ended(StringBuilder page) {
        return page.append("</body>\n</html>\n").toString();
    }

    /** Words as text of a page. */
    static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
