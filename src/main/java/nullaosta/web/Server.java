package nullaosta.web;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nullaosta.party.Role;
import nullaosta.store.Installation;
import nullaosta.store.Intake;
import nullaosta.store.PostgresSignIns;
import nullaosta.web.duty.WatchDuty;
import nullaosta.web.form.BodyLimit;
import nullaosta.web.post.Correspondence;
import nullaosta.web.signin.DemoSignIn;
import nullaosta.web.signin.ProviderSignIn;
import nullaosta.web.signin.SignIn;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The console and the interface for programs, served for one installation until it is closed. */
public final class Server implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What leaves the server by itself, and the address that it gives as its own. */
    record Outgoing(Correspondence post, URI publicUrl) {}

    /** It cannot serve, and what to do about it. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Serves on loopback with the demonstration's sign-in.
     *
     * @param port 0 for any that is free
     */
    public static Server demonstration(Installation installation, InstantSource clock, int port) throws Refused {
        return serve(installation, clock, new DemoSignIn(installation.people()), Optional.empty(),
                new Outgoing(Correspondence.NONE, URI.create("http://localhost")),
                Map.of("server.address", "127.0.0.1", "server.port", port, "server.servlet.session.cookie.same-site",
                        "strict"));
    }

    /** Serves people who sign in at the host's own provider of identities. */
    public static Server site(Installation installation, InstantSource clock, Site site) throws Refused {
        SignIn signIn = new ProviderSignIn(installation.people(), site.provider(), site.publicUrl(),
                (subject, person) -> installation.signIns()
                        .enter(new PostgresSignIns.SignIn(clock.instant(), subject, person)),
                clock);
        // lax, since the provider sends people back from elsewhere; the prefix keeps other hosts of the domain from setting it
        mustKnow(installation, site.post().people());
        return serve(installation, clock, signIn, site.monitoring(), new Outgoing(site.post(), site.publicUrl()),
                Map.of("server.address", site.address().getHostAddress(),
                        "server.port", site.port(), "server.servlet.session.cookie.same-site", "lax",
                        "server.servlet.session.cookie.secure", site.secure(),
                        "server.servlet.session.cookie.http-only", true,
                        "server.servlet.session.cookie.name", site.secure() ? "__Host-nullaosta" : "nullaosta"));
    }

    private static Server serve(Installation installation, InstantSource clock, SignIn signIn,
            Optional<Site.Monitoring> monitoring, Outgoing outgoing, Map<String, Object> place) throws Refused {
        // the program's own logback.xml holds for the server too
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        mustBePeopled(installation);
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        Map<String, Object> properties = new HashMap<>(place);
        properties.putAll(Map.of("server.forward-headers-strategy", "none", "spring.threads.virtual.enabled", true,
                "logging.level.root", "warn", "spring.mvc.problemdetails.enabled", false,
                "server.tomcat.max-http-form-post-size", BodyLimit.LARGEST, "server.tomcat.max-swallow-size",
                16_000_000));
        properties.putAll(monitored(monitoring));
        application.addInitializers(context -> {
            // first, so that nothing in the environment or the folder it is started from opens it to the network
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("nullaosta", properties));
            var beans = context.getBeanFactory();
            beans.registerSingleton("installation", installation);
            beans.registerSingleton("clock", clock);
            beans.registerSingleton("signIn", signIn);
            beans.registerSingleton("outgoing", outgoing);
            monitoring.ifPresent(at -> beans.registerSingleton("site", at));
            installation.intake().ifPresent(intake -> beans.registerSingleton("adding", adding(intake)));
        });
        try {
            return new Server(application.run());
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException) {
                    throw new Refused("port " + properties.get("server.port") + " on "
                            + properties.get("server.address") + " is taken; stop what listens there, or give another");
                }
            }
            throw e;
        }
    }

    private static Map<String, Object> monitored(Optional<Site.Monitoring> monitoring) {
        // a port of its own, so that no rule of the console's can open it to whoever comes there
        return monitoring.map(at -> Map.<String, Object>ofEntries(
                Map.entry("management.server.address", at.address().getHostAddress()),
                Map.entry("management.server.port", at.port()),
                Map.entry("management.endpoints.access.default", "none"),
                Map.entry("management.endpoint.health.access", "read-only"),
                Map.entry("management.endpoint.prometheus.access", "read-only"),
                Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
                Map.entry("management.endpoints.web.base-path", "/"),
                Map.entry("management.endpoints.web.discovery.enabled", false),
                Map.entry("management.endpoint.health.show-details", "always"),
                Map.entry("management.endpoint.health.probes.enabled", true),
                Map.entry("management.endpoint.health.group.readiness.include", "readinessState,register")))
                .orElseGet(() -> Map.of("management.server.port", -1));
    }

    private static FilterRegistrationBean<RegisterAdding> adding(Intake intake) {
        FilterRegistrationBean<RegisterAdding> adding = new FilterRegistrationBean<>(new RegisterAdding(intake));
        adding.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return adding;
    }

    private static void mustKnow(Installation installation, List<String> people) throws Refused {
        for (String person : people) {
            if (installation.people().find(person).isEmpty()) {
                throw new Refused("`post` names `" + person
                        + "`, who is not among the host's people; mend it, or add them to people.json");
            }
        }
    }

    private static void mustBePeopled(Installation installation) throws Refused {
        for (Role role : List.of(Role.WATCH, Role.PUBLIC)) {
            if (installation.people().all().stream().noneMatch(person -> person.role() == role)) {
                throw new Refused("nobody among the host's people has the role " + role
                        + ", and the server needs one; add them to its people.json");
            }
        }
    }

    public int port() {
        if (context instanceof ServletWebServerApplicationContext web && web.getWebServer() != null) {
            return web.getWebServer().getPort();
        }
        throw new IllegalStateException("the server has no port: it is not running");
    }

    /** Where health and measurements are asked. */
    public Optional<Integer> monitoringPort() {
        return Optional.ofNullable(context.getEnvironment().getProperty("local.management.port", Integer.class));
    }

    /** Every address that is answered, with the names of its parts in braces. */
    public Set<String> addresses() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** For those who drive the demonstration's flights. */
    public WatchDuty watch() {
        return context.getBean(WatchDuty.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
