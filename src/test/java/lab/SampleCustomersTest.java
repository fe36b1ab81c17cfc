package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the lab's customers are made up, and the same each time. */
class SampleCustomersTest {

    @Test
    void theSameSeedMakesTheSameCustomers(@TempDir Path one, @TempDir Path two) throws IOException {
        SampleCustomers.write(one, 7, 300);
        SampleCustomers.write(two, 7, 300);

        for (var name :
                new String[] {"accounts", "premises", "meters", "transformers", "feeders", "phones", "preferences"}) {
            assertThat(two.resolve(name + ".csv")).hasSameTextualContentAs(one.resolve(name + ".csv"));
        }
    }

    @Test
    void nobodyHasTheirNamesAndNumbers(@TempDir Path folder) throws IOException {
        SampleCustomers.write(folder, 7, SampleCustomers.COUNT);

        var phones = Files.readAllLines(folder.resolve("phones.csv"));
        var names = Files.readAllLines(folder.resolve("accounts.csv"));

        assertThat(phones.subList(1, phones.size()))
                .allMatch(line -> line.matches("\\+1 \\d{3} 555 01\\d\\d,C-\\d{4}"));
        assertThat(new HashSet<>(phones)).hasSize(SampleCustomers.COUNT + 1);
        assertThat(names.subList(1, names.size()))
                .allMatch(line -> line.matches("C-\\d{4},Sample Customer \\d{4},\\w+,[\\w-]+,[\\w/]*"));
    }

    @Test
    void theirAddressesAreNobodysToo(@TempDir Path folder) throws IOException {
        SampleCustomers.write(folder, 7, SampleCustomers.COUNT);

        var addresses = Files.readAllLines(folder.resolve("preferences.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[6])
                .filter(address -> !address.isEmpty())
                .toList();

        assertThat(addresses)
                .hasSizeGreaterThan(2000)
                .allMatch(address -> address.matches("'\\+1 \\d{3} 555 01\\d\\d|[a-z.]+\\.\\d+@example\\.com"));
    }
}
