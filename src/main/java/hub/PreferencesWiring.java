package hub;

import mapping.Bundles;
import mapping.MappingFiles;
import mapping.PreferenceCsv;
import mapping.PreferencesContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import outage.HubClock;
import preferences.BundleList;
import store.PreferenceBatch;
import store.PreferencesImport;

/** What customers' choices are read by. */
@Configuration(proxyBeanMethods = false)
class PreferencesWiring {

    @Bean
    PreferencesContract preferencesContract(MappingFiles files) {
        return new PreferencesContract(files);
    }

    @Bean
    BundleList bundles(MappingFiles files) {
        return new BundleList(Bundles.read(files));
    }

    @Bean
    PreferencesImport preferencesImport(PreferencesContract contract, PreferenceBatch batches, HubClock clock) {
        return new PreferencesImport(new PreferenceCsv(contract), batches, clock);
    }
}
