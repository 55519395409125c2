package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import parley.ops.Settings;

/** Connections come and go as they like; the model is the list of those who are there. */
class AdmissionPropertiesTest {

    private static final int IN_ALL = 6;
    private static final int OF_ADDRESS = 3;
    private static final int OF_USER = 2;

    private record Step(Visitor visitor, boolean comes) {}

    @Property
    void whoever_fits_is_let_in_and_nobody_else(@ForAll("steps") List<Step> steps) {
        Admission admission = new Admission(Settings.of(Map.of(
                "parley.connections", "" + IN_ALL,
                "parley.connections.per-address", "" + OF_ADDRESS,
                "parley.connections.per-user", "" + OF_USER)));
        List<Visitor> there = new ArrayList<>();

        for (Step step : steps) {
            Visitor visitor = step.visitor();
            if (step.comes()) {
                boolean fits = there.size() < IN_ALL
                        && count(there, it -> it.address().equals(visitor.address())) < OF_ADDRESS
                        && (visitor.user() == null
                                || count(there, it -> visitor.user().equals(it.user())) < OF_USER);
                assertThat(admission.enter(visitor)).isEqualTo(fits);
                if (fits) {
                    there.add(visitor);
                }
            } else if (there.remove(visitor)) {
                admission.exit(visitor);
            }
            assertThat(admission.count()).isEqualTo(there.size());
            assertThat(admission.remembered()).isEqualTo(names(there));
        }
    }

    private static long count(List<Visitor> there, Predicate<Visitor> which) {
        return there.stream().filter(which).count();
    }

    private static int names(List<Visitor> there) {
        long addresses = there.stream().map(Visitor::address).distinct().count();
        long users = there.stream()
                .map(Visitor::user)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return (int) (addresses + users);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Visitor> visitors = Combinators.combine(
                        Arbitraries.of("192.0.2.1", "192.0.2.2", "192.0.2.3"),
                        Arbitraries.of("ada", "bob", "eve").injectNull(0.4))
                .as(Visitor::new);
        return Combinators.combine(visitors, Arbitraries.of(true, true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
