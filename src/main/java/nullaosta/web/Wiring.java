package nullaosta.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nullaosta.mission.DataMode;
import nullaosta.proof.Comparisons;
import nullaosta.store.Installation;
import nullaosta.store.PostgresSignIns;
import nullaosta.web.duty.LapseDuty;
import nullaosta.web.duty.PartnerDuty;
import nullaosta.web.duty.RegisterHealth;
import nullaosta.web.duty.WatchDuty;
import nullaosta.web.form.BodyLimit;
import nullaosta.web.form.Counter;
import nullaosta.web.form.Leave;
import nullaosta.web.form.Table;
import nullaosta.web.page.Pages;
import nullaosta.web.post.PostDuty;

import nullaosta.web.signin.DemoSignIn;
import nullaosta.web.signin.Door;
import nullaosta.web.signin.SignIn;
import nullaosta.web.signin.ViewerArgument;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What the server is made of, and the order of what stands before every page: the body's size, the name it was asked
 * under, the token against forged forms, and then the door.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan
public class Wiring implements WebMvcConfigurer {

    /** Scripts, styles and pictures are the server's own files; MapLibre starts its worker from one of them. */
    private static final String CONTENT_POLICY = "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";

    @Bean
    Pages pages(Installation installation, SignIn signIn, InstantSource clock, Server.Outgoing outgoing) {
        boolean demonstration = signIn instanceof DemoSignIn;
        return new Pages(installation.host(), installation.mode() == DataMode.EXERCISE, demonstration,
                demonstration ? Optional.empty() : Optional.of(outgoing.publicUrl()), clock);
    }

    @Bean
    Counter counter(Installation installation, InstantSource clock) {
        return new Counter(installation.dossiers(), clock);
    }

    @Bean
    Leave leave(Installation installation, InstantSource clock) {
        return new Leave(installation.absences(), clock);
    }

    @Bean
    Table table(Installation installation, InstantSource clock) {
        return new Table(installation.negotiations(), clock);
    }

    @Bean
    Comparisons comparisons() {
        return new Comparisons();
    }

    @Bean
    WatchDuty watchDuty(Installation installation, InstantSource clock) {
        return new WatchDuty(installation, clock);
    }

    @Bean
    LapseDuty lapseDuty(Installation installation, InstantSource clock) {
        return new LapseDuty(installation, clock);
    }

    @Bean
    PartnerDuty partnerDuty(Installation installation, InstantSource clock) {
        return new PartnerDuty(installation.partners(), clock);
    }

    @Bean
    PostDuty postDuty(Installation installation, Server.Outgoing outgoing, InstantSource clock) {
        return new PostDuty(outgoing.post(), outgoing.publicUrl(), installation, clock);
    }

    @Bean
    RegisterHealth register(Installation installation, InstantSource clock) {
        return new RegisterHealth(installation::standing, clock);
    }

    /** Whoever reaches the port for monitoring may read there; nothing else is answered on it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain monitoring(HttpSecurity http, Environment environment, ObjectProvider<Site.Monitoring> site)
            throws Exception {
        return http.securityMatcher(request -> Optional
                .ofNullable(environment.getProperty("local.management.port", Integer.class))
                .filter(port -> site.getIfAvailable() != null && port == request.getLocalPort()).isPresent())
                .authorizeHttpRequests(any -> any.anyRequest().permitAll()).build();
    }

    @Bean
    SecurityFilterChain gate(HttpSecurity http, SignIn signIn, Installation installation, InstantSource clock)
            throws Exception {
        signIn.guard(http);
        return http.authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        request -> Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                                .filter(header -> header.startsWith("Bearer ")).isPresent()))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(Customizer.withDefaults()))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BodyLimit(), SecurityContextHolderFilter.class)
                .addFilterAfter(new Door(signIn, turnedAway(installation, clock)), AuthorizationFilter.class).build();
    }

    private static Door.TurnedAway turnedAway(Installation installation, InstantSource clock) {
        return (person, method, place, status) -> installation.signIns().enter(
                new PostgresSignIns.TurnedAway(clock.instant(), person.id(), method + " " + place, status));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ViewerArgument());
    }
}
