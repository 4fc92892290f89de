package nullaosta.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nullaosta.party.HostFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets past the door: what {@link Admission} does not list is closed, even where a page stands behind it. */
class DoorTest {

    @ParameterizedTest
    @CsvSource({"/oversight, let in", "/forgotten, 404", "/cases, 403"})
    void whatIsListedNowhereIsClosedToAll(String address, String outcome) throws Exception {
        List<String> outcomes = new ArrayList<>();
        HttpServletRequest request = stub(HttpServletRequest.class,
                Map.of("getServletPath", address, "getMethod", "GET"), outcomes);
        HttpServletResponse response = stub(HttpServletResponse.class, Map.of(), outcomes);
        FilterChain chain = (any, other) -> outcomes.add("let in");
        new Door(new DemoSignIn(HostFile.people(Path.of("hosts/it"))), (person, method, place, status) -> {
        }).doFilterInternal(request, response, chain);
        assertThat(outcomes).containsExactly(outcome);
    }

    /** Answers what it is told to, and notes the errors that are sent. */
    private static <T> T stub(Class<T> type, Map<String, Object> answers, List<String> outcomes) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> answer(method.getName(), arguments, answers, outcomes)));
    }

    private static @Nullable Object answer(String method, Object @Nullable [] arguments, Map<String, Object> answers,
            List<String> outcomes) {
        if (method.equals("sendError") && arguments != null) {
            outcomes.add(String.valueOf(arguments[0]));
        }
        return answers.get(method);
    }
}
