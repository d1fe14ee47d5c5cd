package earshot.judge.learn;

import earshot.judge.Label;
import earshot.judge.Post;
import earshot.judge.Target;
import earshot.judge.learn.Learning.Lesson;
import earshot.judge.verdict.Answer;
import earshot.school.School;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What people of one fictional school said of posts. */
final class Lessons {
  static final School THISTLEWICK =
      School.named(
          "Thistlewick Primary School",
          List.of("Thistlewick", "TPS"),
          List.of("Harrowmere", "HW9 4QX"),
          List.of("Mrs Adaeze Okafor (head)", "Mr Pell", "Miss Lindqvist"),
          "Classes Oak, Rowan, Alder.");

  /** The office answers these; the judge holds them for talk among parents. */
  static final List<String> LOST =
      List.of(
          "Lost at Thistlewick on Monday: a navy coat with a fur hood, size 7. If found please hand it in.",
          "Has anyone found a green water bottle? Lost somewhere between Thistlewick and the park.",
          "Lost: one grey school jumper, no label inside, last seen in the Thistlewick hall after the disco.",
          "Thistlewick parents, a black lunch bag has been lost since Friday. Please check yours.",
          "Found a small red scooter by the Thistlewick gates this morning. Whose is it?",
          "Lost a left shoe on the Thistlewick field, of all things. Black, size 12. Anyone found it?",
          "We have lost a reading folder, blue, with two library books in it. Thistlewick, Tuesday.",
          "Found on the Thistlewick path: a pair of glasses in a purple case.",
          "Lost: a stripy scarf that granny made. Somewhere at Thistlewick. Much missed.",
          "Someone has gone home from Thistlewick with the wrong coat. Ours is lost, theirs is a size too small.",
          "Found a door key on a string outside Thistlewick at pick up. Will keep it safe.",
          "Lost at the Thistlewick swimming lesson: goggles and a towel with ducks on it.");

  static final List<String> PLAIN =
      List.of(
          "Sports day at Thistlewick is on the ninth. Bring a hat.",
          "Thistlewick choir sings at the library on Saturday at two.",
          "The Thistlewick book sale made two hundred pounds. Thank you everybody, so proud of this school!",
          "Thistlewick starts again on Tuesday the third, not Monday.");

  static final List<String> OTHER =
      List.of(
          "Mrs Okafor at Thistlewick is a liar and a fool and everybody knows it.",
          "The Thistlewick uniform list has gone up again and I am not happy with it at all.",
          "So proud of everyone at Thistlewick, what a lovely concert that was.",
          "Thistlewick summer fair on Saturday, gates open at noon.",
          "I am a reporter with the Gazette and would like to speak to somebody at Thistlewick.");

  static final List<String> NEW =
      List.of(
          "Lost: a yellow raincoat, somewhere at Thistlewick yesterday. Please look on your pegs.",
          "Found a blue bottle and a scarf outside Thistlewick.",
          "Has anyone at Thistlewick found a grey hat? Lost on Thursday.");

  private Lessons() {}

  /** Fifteen verdicts, twelve of them corrections. */
  static List<Lesson> all() {
    List<Lesson> all = new ArrayList<>();
    LOST.forEach(text -> all.add(lesson(text, Label.NEEDS_REPLY)));
    all.add(lesson(PLAIN.get(0)));
    all.add(lesson(PLAIN.get(1)));
    all.add(lesson(PLAIN.get(2), Label.PRAISE));
    return all;
  }

  static Post post(String text) {
    return new Post("facebook", "someone", "Harrowmere Parents", text);
  }

  static Lesson lesson(String text, Label... labels) {
    return new Lesson(
        post(text),
        new Answer(true, Set.of(labels), Set.of(Target.SCHOOL), false, false),
        List.of(),
        false);
  }
}
