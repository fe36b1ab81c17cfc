package routes.deployments;

import java.util.Map;

/**
 * What was found in a folder.
 *
 * @param name of what is to be deployed
 * @param files text by file name; empty when it was refused
 * @param source where it lies
 * @param by who owns it
 * @param refusal why it cannot be read; null when it can
 */
record Found(String name, Map<String, String> files, String source, String by, Refusal refusal) {}
