package outage;

import java.util.List;

/**
 * What a repair needs, as a Trouble Worker found it (S1.8.2).
 *
 * @param repair what must be done
 * @param materials what it takes; never null
 * @param crewSize people needed; nullable
 * @param hours hours of work expected; nullable
 */
public record Assessment(String repair, List<Material> materials, Integer crewSize, Double hours) {
    public Assessment {
        materials = materials == null ? List.of() : List.copyOf(materials);
    }

    /**
     * One line of the materials list.
     *
     * @param code the utility's material number
     * @param quantity how many, in the material's own unit
     */
    public record Material(String code, int quantity) {}
}
