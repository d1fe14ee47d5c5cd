package earshot.school;

/**
 * Somebody of the school who is told.
 *
 * @param name as it stands in a mail's greeting
 * @param role why this person is told
 * @param email one address
 */
public record Contact(String name, Role role, String email) {}
