package nullaosta.web.duty;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import nullaosta.store.Installation;
import nullaosta.store.Standing;
import org.springframework.stereotype.Component;

/** What whoever runs the server looks at: counts, never a name. Each is asked of the database when it is read. */
@Component
public final class Measurements implements MeterBinder {

    private final Installation installation;

    public Measurements(Installation installation) {
        this.installation = installation;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "nullaosta.register.size", "Entries in the committed tree", Standing::committed);
        gauge(registry, "nullaosta.register.published", "Entries under the newest published checkpoint",
                Standing::published);
        gauge(registry, "nullaosta.register.waiting", "Entries that are queued or not published yet",
                Standing::waiting);
        gauge(registry, "nullaosta.cases.open", "Cases that are not decided", Standing::open);
        gauge(registry, "nullaosta.flights.airborne", "Cleared flights in the air", Standing::airborne);
        gauge(registry, "nullaosta.flights.deviating", "Of these, outside what was cleared", Standing::deviating);
        gauge(registry, "nullaosta.flights.silent", "Of these, not heard", Standing::silent);
    }

    private void gauge(MeterRegistry registry, String name, String words, ToDoubleFunction<Standing> what) {
        Gauge.builder(name, () -> what.applyAsDouble(installation.standing())).description(words).register(registry);
    }
}
