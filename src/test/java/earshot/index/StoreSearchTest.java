package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.index.MentionIndex.Order;
import earshot.index.MentionIndex.Request;
import earshot.index.MentionIndex.Result;
import earshot.query.QueryParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreSearchTest extends MentionIndexContract {
  @Override
  MentionIndex open() {
    return StoreSearch.beside(database);
  }

  @Test
  void whatItLeavesOutIsSaid() throws Exception {
    keep("vale one", "vale", judgement(Set.of(), List.of()));
    keep("vale two", "vale", judgement(Set.of(), List.of()));
    assertThat(newest(2).caution()).isNull();
    keep("vale three", "vale", judgement(Set.of(), List.of()));
    assertThat(newest(2).total()).isEqualTo(2);
    assertThat(newest(2).caution()).contains("only the newest 2 findings");
  }

  private Result newest(int most) throws Exception {
    return StoreSearch.beside(database, most)
        .search(
            new Request(
                QueryParser.parse("vale"), Set.of("vale"), Map.of(), Order.NEWEST, 0, 10, false));
  }
}
