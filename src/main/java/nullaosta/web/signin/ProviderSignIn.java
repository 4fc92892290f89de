package nullaosta.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nullaosta.party.People;
import nullaosta.party.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.web.util.HtmlUtils;

/**
 * Sign-in by the host's own provider of identities: people by OpenID Connect's authorization code flow, programs by an access
 * token of the same provider. Who they are is told by the provider's {@code sub} alone, which it never gives to anybody else
 * (OpenID Connect Core 1.0 section 5.7); {@code people.json} says which person that is.
 *
 * <p>The provider is asked for its addresses when the first person signs in, so that a server whose provider is away starts,
 * and shows what is public.
 */
public final class ProviderSignIn implements SignIn {

    private static final String REGISTRATION = "host";

    private final People people;
    private final Provider provider;
    private final URI publicUrl;
    private final SignInLog log;
    private final InstantSource clock;
    private final ClientRegistrationRepository registrations;
    private final JwtDecoder tokens;

    /** @param publicUrl where people reach the console, without a path */
    public ProviderSignIn(People people, Provider provider, URI publicUrl, SignInLog log, InstantSource clock) {
        this.clock = clock;
        this.people = people;
        this.provider = provider;
        this.publicUrl = publicUrl;
        this.log = log;
        this.registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
        this.tokens = new SupplierJwtDecoder(this::decoder);
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(provider.issuer().toString()).registrationId(REGISTRATION)
                .clientId(provider.clientId()).clientSecret(provider.clientSecret()).scope("openid")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(publicUrl + "/login/oauth2/code/" + REGISTRATION).build();
    }

    /** A token of the same provider for another service is none here: its audience must name this one. */
    private JwtDecoder decoder() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(provider.issuer().toString()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(provider.issuer().toString()), this::forUs));
        return decoder;
    }

    private OAuth2TokenValidatorResult forUs(Jwt token) {
        List<String> audience = token.getAudience();
        return audience != null && audience.contains(provider.audience())
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token",
                        "its audience is not " + provider.audience(), null));
    }

    @Override
    public Arrival arrival(HttpServletRequest request) {
        return switch (SecurityContextHolder.getContext().getAuthentication()) {
            case JwtAuthenticationToken program -> known(program.getToken().getSubject(), scopes(program.getToken()));
            case Authentication other when other.getPrincipal() instanceof OidcUser user ->
                known(user.getSubject(), Scopes.ALL);
            case null, default -> new Arrival.Known(new Viewer(anybody()));
        };
    }

    /** Providers write them as one text or as a list. */
    private static Scopes scopes(Jwt token) {
        return switch (token.getClaims().get("scope")) {
            case String text -> Scopes.of(text);
            case Collection<?> several -> Scopes.of(
                    several.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            case null, default -> Scopes.of("");
        };
    }

    private Arrival known(@Nullable String subject, Scopes scopes) {
        if (subject == null) {
            return new Arrival.Unknown("the token says nothing of who comes; expected its `sub`");
        }
        return people.withSubject(subject).<Arrival>map(person -> new Arrival.Known(new Viewer(person, scopes)))
                .orElseGet(() -> new Arrival.Unknown(unknown(subject)));
    }

    private String unknown(String subject) {
        return "you are signed in at " + provider.issuer().getHost() + " as `" + subject
                + "`, whom the host's list of people does not name; ask whoever keeps people.json to add it as your subject";
    }

    /** Where signing in begins. */
    public String startsAt() {
        return "/oauth2/authorization/" + REGISTRATION;
    }

    @Override
    public Person anybody() {
        return people.anybody();
    }

    @Override
    public String howProgramsSay() {
        return "`Authorization: Bearer TOKEN`, an access token of " + provider.issuer() + " for " + provider.audience();
    }

    @Override
    public void guard(HttpSecurity http) throws Exception {
        OidcClientInitiatedLogoutSuccessHandler left = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        left.setPostLogoutRedirectUri(publicUrl + "/");
        left.setRedirectStrategy(ProviderSignIn::refreshed);
        boolean secure = "https".equals(publicUrl.getScheme());
        http.oauth2Login(login -> login.clientRegistrationRepository(registrations).loginPage("/")
                .userInfoEndpoint(info -> info.oidcUserService(this::known)).failureHandler(this::failed)
                .defaultSuccessUrl("/", true))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens))
                        .authenticationEntryPoint(this::refused))
                // not "storage": a phone at the gate keeps there what it has not sent yet
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(left).addLogoutHandler(
                        new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE))))
                .headers(headers -> headers.httpStrictTransportSecurity(
                        hsts -> hsts.requestMatcher(request -> secure).maxAgeInSeconds(31_536_000)))
                .addFilterBefore(new SessionAge(clock), SecurityContextHolderFilter.class)
                .addFilterBefore(new NameGuard(Set.of(publicUrl.getHost()),
                        "this server answers only to " + publicUrl.getHost()),
                        SecurityContextHolderFilter.class);
    }

    /**
     * Goes on to the provider by a page of its own: the content policy lets no form end elsewhere, wherever the provider has
     * its end of sessions.
     */
    private static void refreshed(HttpServletRequest request, HttpServletResponse response, String url)
            throws IOException {
        response.setHeader("Refresh", "0;url=" + url);
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(
                "<!doctype html><html lang=\"en\"><title>Signed out</title><p>You are signed out here. <a href=\""
                        + HtmlUtils.htmlEscape(url) + "\">Sign out at the provider too</a></p></html>");
    }

    /** Nobody gets a session whom the list of people does not name. */
    private OidcUser known(OidcUserRequest request) {
        OidcUser user = new OidcUserService().loadUser(request);
        String subject = Objects.requireNonNull(user.getSubject(),
                "an ID token has a sub: OpenID Connect Core 1.0 section 2");
        Optional<Person> person = people.withSubject(subject);
        log.signedIn(subject, person.map(Person::id));
        if (person.isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error("access_denied", unknown(subject), null));
        }
        return user;
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String words = why instanceof OAuth2AuthenticationException known
                && "access_denied".equals(known.getError().getErrorCode()) && known.getError().getDescription() != null
                        ? known.getError().getDescription()
                        : "the sign-in at " + provider.issuer().getHost()
                                + " did not come to an end; begin it again from the first page";
        Door.turn(request, response, new Door.Turned(HttpServletResponse.SC_FORBIDDEN, words));
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        Door.turn(request, response, new Door.Turned(HttpServletResponse.SC_UNAUTHORIZED,
                "the token is not taken: " + why.getMessage() + "; expected " + howProgramsSay()));
    }
}
