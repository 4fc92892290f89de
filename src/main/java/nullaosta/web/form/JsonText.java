package nullaosta.web.form;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values as JSON that people read. */
public final class JsonText {

    private static final JsonMapper INDENTED = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonText() {
    }

    public static String indented(Object value) {
        return INDENTED.writeValueAsString(value);
    }
}
