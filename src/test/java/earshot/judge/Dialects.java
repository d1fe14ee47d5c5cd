package earshot.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How words are written by people who write as they speak: in Scotland, in the north of England, in
 * London, in Ireland. A post says the same in each, so its labels are the same, whatever of it the
 * judge reads as others write it.
 */
final class Dialects {
  private static final List<Map<String, String>> ALL =
      List.of(
          dialect(
              """
              my ma; myself masel; i ah; i'm ah'm; i've ah've; i'll ah'll; our oor; you ye; your yer;
              child wean; children weans; son laddie; daughter lassie; girl lassie; little wee;
              small wee; not no; isn't isnae; wasn't wasnae; don't dinnae; can't cannae; won't willnae;
              didn't didnae; doesn't doesnae; couldn't couldnae; wouldn't wouldnae; haven't huvnae;
              hasn't hasnae; with wi; to tae; of o; from fae; and an; out oot; about aboot; now noo;
              down doon; head heid; headteacher heidie; old auld; know ken; yes aye; was wis;
              just jist; more mair; all aw; everything awthing; nothing nuthin; good guid; very awfy;
              really awfy; tomorrow the morra; tonight the night; today the day; work wark;
              must maun; school schuil; never niver; home hame; both baith; would wid; could cid
              """),
          dialect(
              """
              my me; nothing nowt; anything owt; something summat; very right; really right; was were;
              isn't in't; wasn't weren't; boy lad; son lad; girl lass; daughter lass; mum mam;
              mother mam; yes aye; with wi'; of o'; children bairns; child bairn; until while;
              have 'ave; has 'as; head 'ead; home 'ome; happy 'appy; them 'em; brilliant reet good;
              upset mardy; going off; always allus; father dad; give gie; told telt; crying roaring
              """),
          dialect(
              """
              isn't ain't; aren't ain't; haven't ain't; very well; really proper; nothing nuffin;
              anything anyfing; something summink; with wiv; think fink; thing ting; things tings;
              my me; you ya; your ya; going goin; doing doin; getting gettin; them dem; brother bruv;
              friend mate; were was; those them; brilliant wicked; good bare good; because coz;
              teacher teach; mother mum; talking chattin; trouble bother; everyone everyman
              """),
          dialect(
              """
              you ye; your yer; my me; mum mammy; mother mammy; children childer; child wean;
              little wee; small wee; old oul; very fierce; really wile; tomorrow the morra; yes aye;
              good grand; nothing nathin; girl cutty; boy gossun; son young fella; anything anythin;
              told tould; with wi; now nai; great class; delighted only delighted;
              complaining giving out; complain give out; kids weans; down dane
              """));

  private static Map<String, String> dialect(String words) {
    Map<String, String> dialect = new HashMap<>();
    for (String pair : words.replace('\n', ' ').split(";")) {
      String[] two = pair.trim().replaceAll(" +", " ").split(" ", 2);
      dialect.put(two[0], two[1]);
    }
    return dialect;
  }

  private Dialects() {}

  /** What words become in one of them. */
  static Map<String, String> any(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }
}
