package preferences;

/**
 * A place with supply.
 *
 * @param id the premise's id
 * @param meter its meter; nullable
 * @param feeder its feeder; nullable
 * @param display whether an in-home display is there
 */
public record Premise(String id, String meter, String feeder, boolean display) {}
