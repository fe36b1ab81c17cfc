package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import store.Database;
import store.Tables;

/** Storm mode, a switch for each district (BR). */
class StormControllerTest {

    private final Tables tables = new Tables(Database.H2);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new StormController(tables.storms, tables.clock))
            .setControllerAdvice(new ApiProblems())
            .build();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void aDistrictsSwitchSaysSinceWhenAndByWhom() throws Exception {
        mvc.perform(put("/api/dispatcher/storms/D-3").principal(() -> "dana")).andExpect(status().isOk());
        tables.now = Tables.T0.plusSeconds(60);

        mvc.perform(put("/api/dispatcher/storms/D-3").principal(() -> "eve"))
                .andExpect(jsonPath("$.by").value("dana"))
                .andExpect(jsonPath("$.since").value("2026-11-23T18:00:00Z"));

        assertThat(tables.world.storm("D-3")).isTrue();
        assertThat(tables.world.storm("D-4")).isFalse();
        assertThat(tables.world.storm(null)).isFalse();
        mvc.perform(get("/api/dispatcher/storms"))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].district").value("D-3"));
    }

    @Test
    void itIsSwitchedOffAsOftenAsOneLikes() throws Exception {
        mvc.perform(put("/api/dispatcher/storms/D-3"));

        mvc.perform(delete("/api/dispatcher/storms/D-3")).andExpect(status().isNoContent());
        mvc.perform(delete("/api/dispatcher/storms/D-3")).andExpect(status().isNoContent());

        assertThat(tables.world.storm("D-3")).isFalse();
        mvc.perform(get("/api/dispatcher/storms/D-3"))
                .andExpect(jsonPath("$.on").value(false));
    }
}
