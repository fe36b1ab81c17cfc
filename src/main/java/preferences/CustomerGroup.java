package preferences;

/** Groups for which bundles are made (FR 15). */
public enum CustomerGroup {
    RESIDENTIAL,
    BUSINESS,
    GOVERNMENT,
    CRITICAL_CARE
}
