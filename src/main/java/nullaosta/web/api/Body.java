package nullaosta.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
import nullaosta.web.form.BodyLimit;
import org.springframework.http.HttpStatus;

/** The JSON object that a program sent, or why there is none. */
sealed interface Body {

    record Read(Map<?, ?> json) implements Body {}

    record Bad(Problem problem) implements Body {}

    static Body read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(BodyLimit.LARGEST + 1);
        if (bytes.length > BodyLimit.LARGEST) {
            return new Bad(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE", BodyLimit.words()));
        }
        try {
            return CanonicalJson.read(bytes) instanceof Map<?, ?> json
                    ? new Read(json)
                    : new Bad(Problem.notJson("the body is no object"));
        } catch (JsonFault e) {
            return new Bad(Problem.notJson(String.valueOf(e.getMessage())));
        }
    }
}
