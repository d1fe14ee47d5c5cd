package earshot.judge.learn;

import earshot.judge.Finding;
import earshot.judge.Post;
import earshot.judge.learn.Learning.Lesson;
import earshot.judge.verdict.Verdict;
import earshot.judge.verdict.Verdicts;
import earshot.mention.Mention;
import earshot.mention.Mentions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lessons that a school's standing verdicts hold, each of the version that was read. */
public final class StoredLessons {
  private static final Mentions MENTIONS = new Mentions();
  private static final Verdicts VERDICTS = new Verdicts();

  private StoredLessons() {}

  public static List<Lesson> of(JdbcClient jdbc, String school) {
    List<Lesson> lessons = new ArrayList<>();
    for (Verdict verdict : VERDICTS.of(jdbc, school)) {
      MENTIONS
          .byId(jdbc, verdict.mention())
          .ifPresent(
              mention ->
                  lessons.add(
                      new Lesson(
                          read(jdbc, mention, verdict.version()),
                          verdict.answer(),
                          verdict.pupil(),
                          verdict.lifts())));
    }
    return lessons;
  }

  private static Post read(JdbcClient jdbc, Mention mention, int version) {
    return MENTIONS.versions(jdbc, mention.id()).stream()
        .filter(known -> known.number() == version)
        .map(known -> Post.of(mention, Finding.searched(known.title(), known.text())))
        .findFirst()
        .orElseGet(() -> Post.of(mention));
  }
}
