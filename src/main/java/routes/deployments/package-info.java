/** Routes and mappings that come while the hub runs: a folder is the door, the database says what is in force. */
package routes.deployments;
