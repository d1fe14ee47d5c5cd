package earshot.school.roster;

/**
 * One row of a school's export, for as long as it takes to hash it.
 *
 * @param photo whether pictures may be published; true when the export does not say
 */
record Pupil(
    String forename, String preferred, String surname, String year, String form, boolean photo) {}
