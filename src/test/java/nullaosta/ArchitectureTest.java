package nullaosta;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.planted.quantity.LooksDown;
import org.junit.jupiter.api.Test;

/** Holds the order of the packages: data goes one way, so a package imports only those above it. */
class ArchitectureTest {

    /** Top to bottom; the same list stands in ARCHITECTURE.md. */
    static final List<String> ORDER = List.of("quantity", "airspace", "seal", "register", "witness", "appointment",
            "disclosure",
            "zone", "party",
            "agreement",
            "mission", "assessment", "proof", "negotiation", "decision", "clearance", "flight", "gate", "dossier",
            "notice",
            "oversight",
            "audit",
            "store",
            "exercise", "verifier", "web", "cli");

    /** Packages that also run on their own at a base or an auditor's desk: what they may use beside the JDK. */
    private static final List<Alone> ALONE = List.of(new Alone("seal", Set.of()),
            new Alone("register.proof", Set.of("seal")), new Alone("appointment", Set.of("seal")),
            new Alone("disclosure", Set.of("seal", "register.proof", "appointment")),
            new Alone("register.mirror", Set.of("seal", "register.proof")),
            new Alone("clearance.token", Set.of("seal", "register.proof")),
            new Alone("verifier",
                    Set.of("seal", "register.proof", "register.mirror", "appointment", "disclosure",
                            "clearance.token")));

    private record Alone(String name, Set<String> mayUse) {}

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("nullaosta");

    @Test
    void aPackageImportsOnlyThoseAboveIt() {
        assertThat(backEdges(MAIN, "nullaosta.")).isEmpty();
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> found = new TreeSet<>();
        MAIN.forEach(type -> {
            if (!type.getPackageName().equals("nullaosta")) {
                found.add(stageOf(type, "nullaosta."));
            }
        });
        assertThat(ORDER).containsAll(found);
    }

    /** The check can fail: a class planted in the test sources looks down, and is seen. */
    @Test
    void aPlantedBackEdgeIsSeen() {
        JavaClasses planted = new ClassFileImporter().importPackages("nullaosta.planted");
        assertThat(backEdges(planted, "nullaosta.planted.")).isNotEmpty()
                .allSatisfy(edge -> assertThat(edge).contains(LooksDown.class.getName()));
    }

    @Test
    void whatRunsAloneUsesOnlyTheJdk() {
        List<String> strangers = new ArrayList<>();
        for (Alone alone : ALONE) {
            for (JavaClass type : MAIN) {
                if (type.getPackageName().equals("nullaosta." + alone.name())) {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        String target = dependency.getTargetClass().getPackageName();
                        boolean own = target.equals("nullaosta." + alone.name())
                                || alone.mayUse().stream().anyMatch(name -> target.equals("nullaosta." + name));
                        if (!own && !target.startsWith("java.") && !target.startsWith("javax.crypto")
                                && !target.isEmpty() && !target.equals("org.jspecify.annotations")) {
                            strangers.add(dependency.getDescription());
                        }
                    }
                }
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void springStaysAtTheEdge() {
        Set<String> edge = Set.of("store", "web", "cli");
        List<String> strangers = new ArrayList<>();
        for (JavaClass type : MAIN) {
            if (!type.getPackageName().equals("nullaosta") && !edge.contains(stageOf(type, "nullaosta."))) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(d -> d.getTargetClass().getPackageName().startsWith("org.springframework"))
                        .forEach(d -> strangers.add(d.getDescription()));
            }
        }
        assertThat(strangers).isEmpty();
    }

    /** A test that is skipped proves nothing: none may be disabled or assumed away. */
    @Test
    void noTestIsSkipped() {
        List<String> skips = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPackages("nullaosta")) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> d.getTargetClass().getPackageName().equals("org.junit.jupiter.api.condition")
                            || Set.of("Disabled", "Assumptions").contains(d.getTargetClass().getSimpleName()))
                    .forEach(d -> skips.add(d.getDescription()));
        }
        assertThat(skips).isEmpty();
    }

    private static List<String> backEdges(JavaClasses classes, String root) {
        List<String> edges = new ArrayList<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String from = dependency.getOriginClass().getPackageName();
                String to = dependency.getTargetClass().getPackageName();
                if (from.startsWith(root) && to.startsWith(root)
                        && ORDER.indexOf(stageOf(dependency.getTargetClass(), root)) > ORDER
                                .indexOf(stageOf(dependency.getOriginClass(), root))) {
                    edges.add(dependency.getDescription());
                }
            }
        }
        return edges;
    }

    private static String stageOf(JavaClass type, String root) {
        String rest = type.getPackageName().substring(root.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
