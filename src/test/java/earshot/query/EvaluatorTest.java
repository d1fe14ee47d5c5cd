package earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {

  private static List<String> found(String query, String text) throws QuerySyntaxException {
    Tokens tokens = Tokens.of(text);
    List<Evaluator.Run> runs = new Evaluator(tokens, Facts.NONE).find(QueryParser.parse(query));
    return runs == null
        ? null
        : runs.stream()
            .map(
                run ->
                    text.substring(tokens.get(run.first()).start(), tokens.get(run.last()).end()))
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "oswins | St Oswin's is great | Oswin's",
        "oswin | St Oswin’s is great | Oswin’s",
        "st oswins | saint OSWINS school | OSWINS",
        "\"st oswins\" | Saint Oswin's school | Saint Oswin's",
        "\"saint oswin's\" | at St. Oswins today | St. Oswins",
        "st-oswins | the St Oswins fair | St Oswins",
        "after-school | our after school club | after school",
        "cafe | the café is shut | café",
        "école | ECOLE fermée | ECOLE",
        "thistlewick | Thistle🌸wick rules | Thistle🌸wick",
        "thistlewick | THISTLE\u200BWICK | THISTLE\u200BWICK",
        "thistlewick | #ThistleWick | ThistleWick",
        "wick | #ThistleWick | Wick",
        "\"marlbeck fair\" | see #MarlbeckFair now | MarlbeckFair",
        "marlbeckfair | see #marlbeck_fair now | marlbeck_fair",
        "kestrel | Кestrel Vale | Кestrel",
        "detent* | another detention today | detention",
        "=Hope | we hope Hope is well | Hope",
        "head NEAR/3 sacked | they sacked our poor head | sacked our poor head",
        "o'brien | Mrs OBrien | OBrien",
        "vale | ＶＡＬＥ academy | ＶＡＬＥ",
      })
  void oneSpellingFindsTheOthers(String query, String text, String words) throws Exception {
    assertThat(found(query, text)).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "oswins | the coswins",
        "=hope | Hope is well",
        "head NEAR/2 sacked | they sacked our poor head",
        "\"st oswins\" | oswins st",
        "oswins NOT church | Oswins church fete",
        "oswins -church | Oswins church fete",
        "park school | the park is shut",
        "wick | thistlewick",
      })
  void otherWordsDoNotMatch(String query, String text) throws Exception {
    assertThat(found(query, text)).isNull();
  }

  @Test
  void everyOccurrenceIsTold() throws Exception {
    assertThat(found("vale OR kva", "KVA is the Vale, the Vale is KVA"))
        .containsExactly("KVA", "Vale", "Vale", "KVA");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"never closed | 0 | never closed",
        "(vale | 0 | never closed",
        "vale) | 4 | never opened",
        "vale OR | 7 | a word is missing at the end",
        "AND vale | 0 | a word is missing before AND",
        "d* | 0 | 2 letters or more",
        "*ention | 0 | cannot begin with *",
        "colour:red | 0 | no field 'colour'",
        "since:yesterday | 0 | not a date",
        "vale NEAR/0 head | 5 | 1 to 100",
        "vale NEAR/3 label:praise | 5 | between words",
        "??? | 0 | no word",
      })
  void anErrorPointsAtTheCharacter(String query, int position, String fact) {
    assertThatThrownBy(() -> QueryParser.parse(query))
        .isInstanceOfSatisfying(
            QuerySyntaxException.class,
            error -> {
              assertThat(error.position()).isEqualTo(position);
              assertThat(error).hasMessageContaining(fact);
            });
  }

  @Test
  void fortyKilobytesOfBracketsAreRefused() {
    assertThatThrownBy(() -> QueryParser.parse("(".repeat(40_000)))
        .isInstanceOf(QuerySyntaxException.class);
    assertThatThrownBy(() -> QueryParser.parse("(".repeat(30) + "a" + ")".repeat(30)))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("deep");
  }

  @Test
  void anyTextCanBeCut() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < random.nextInt(60); i++) {
        text.append((char) random.nextInt(0x10000));
      }
      int end = 0;
      for (Tokens.Token token : Tokens.of(text.toString()).list()) {
        assertThat(token.start()).isGreaterThanOrEqualTo(end);
        assertThat(token.end()).isGreaterThan(token.start());
        end = token.end();
      }
    }
  }
}
