package nullaosta.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nullaosta.seal.CanonicalJson;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A provider of identities as a ministry runs one: Spring Authorization Server, with people who have passwords and programs that
 * have secrets.
 */
public final class IdentityProvider implements AutoCloseable {

    public static final String PASSWORD = "correct horse";

    private final ConfigurableApplicationContext context;
    private final URI issuer;

    private IdentityProvider(ConfigurableApplicationContext context, URI issuer) {
        this.context = context;
        this.issuer = issuer;
    }

    /** What a client proves itself with. */
    public static String secretOf(String client) {
        return "the secret of " + client;
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** @param console address that people are sent back to */
    public static IdentityProvider open(String console) throws IOException {
        int port = freePort();
        URI issuer = URI.create("http://localhost:" + port);
        SpringApplication application = new SpringApplication(House.class);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers(context -> context.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("provider", Map.of("server.address", "127.0.0.1", "server.port", port,
                        "issuer", issuer.toString(), "console", console))));
        return new IdentityProvider(application.run(), issuer);
    }

    public URI issuer() {
        return issuer;
    }

    /** An access token by the client credentials grant (RFC 6749 section 4.4), for all that its person may do. */
    public String token(String program) throws Exception {
        return token(program, "nullaosta:read nullaosta:write");
    }

    /** One that reaches no further than its scopes; empty for none. */
    public String token(String program, String scopes) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String basic = Base64.getEncoder().encodeToString((program + ":" + URLEncoder.encode(secretOf(program),
                    StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"
                            + (scopes.isEmpty() ? "" : "&scope=" + URLEncoder.encode(scopes, StandardCharsets.UTF_8))))
                    .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            Map<?, ?> json = (Map<?, ?>) Objects.requireNonNull(CanonicalJson.read(answer.body()));
            return String.valueOf(json.get("access_token"));
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class House {

        @Bean
        SecurityFilterChain gate(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(any -> any.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults()).build();
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(List.of("l.rossi", "c.bruni", "stranger").stream()
                    .map(name -> User.withUsername(name).password("{noop}" + PASSWORD).roles("STAFF").build())
                    .toList());
        }

        @Bean
        RegisteredClientRepository clients(Environment environment) {
            String console = environment.getRequiredProperty("console");
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId("console").clientId("nullaosta")
                            .clientSecret("{noop}" + secretOf("nullaosta"))
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(console + "/login/oauth2/code/host").postLogoutRedirectUri(console + "/")
                            .scope("openid")
                            .clientSettings(ClientSettings.builder().requireAuthorizationConsent(false).build())
                            .build(),
                    program("radar"), program("radar-elsewhere"), program("nobody"));
        }

        private static RegisteredClient program(String name) {
            return RegisteredClient.withId(name).clientId(name).clientSecret("{noop}" + secretOf(name))
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .scopes(all -> all.addAll(
                            List.of("nullaosta:read", "nullaosta:write", "nullaosta:write:positions", "elsewhere:all")))
                    .build();
        }

        /** Tokens of programs are for the console, but for one that is for another service. */
        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> audience() {
            return context -> {
                String client = context.getRegisteredClient().getClientId();
                if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType()) && !client.endsWith("-elsewhere")) {
                    context.getClaims().audience(List.of("nullaosta-programs"));
                }
            };
        }

        @Bean
        AuthorizationServerSettings settings(Environment environment) {
            return AuthorizationServerSettings.builder().issuer(environment.getRequiredProperty("issuer")).build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate()).keyID("1").build()));
        }
    }
}
