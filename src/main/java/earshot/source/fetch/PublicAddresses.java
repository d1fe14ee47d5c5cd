package earshot.source.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells public addresses from the special-purpose ones of IANA's IPv4 and IPv6 registries (RFC
 * 6890), which InetAddress's own flags know only in part.
 */
final class PublicAddresses {
  /** IPv4: everything but these. */
  private static final List<Range> SPECIAL_V4 =
      ranges(
          "0.0.0.0/8", // this network, RFC 791
          "10.0.0.0/8", // private, RFC 1918
          "100.64.0.0/10", // shared behind carriers' NAT, RFC 6598
          "127.0.0.0/8", // loopback, RFC 1122
          "169.254.0.0/16", // link-local and clouds' metadata, RFC 3927
          "172.16.0.0/12", // private, RFC 1918
          "192.0.0.0/24", // IETF protocol assignments, RFC 6890
          "192.0.2.0/24", // TEST-NET-1, RFC 5737
          "192.31.196.0/24", // AS112, RFC 7535
          "192.52.193.0/24", // AMT relays, RFC 7450
          "192.88.99.0/24", // 6to4 relays, RFC 7526
          "192.168.0.0/16", // private, RFC 1918
          "192.175.48.0/24", // AS112, RFC 7534
          "198.18.0.0/15", // benchmarking, RFC 2544
          "198.51.100.0/24", // TEST-NET-2, RFC 5737
          "203.0.113.0/24", // TEST-NET-3, RFC 5737
          "224.0.0.0/4", // multicast, RFC 1112
          "240.0.0.0/4"); // reserved and broadcast, RFC 1112, RFC 919

  /** IPv6: only this is global unicast, so NAT64, ULA, link-local, mapped and the rest are out. */
  private static final Range GLOBAL_V6 = Range.of("2000::/3");

  /** And in it, these are special all the same. */
  private static final List<Range> SPECIAL_V6 =
      ranges(
          "2001::/23", // IETF protocol assignments: Teredo, ORCHID, benchmarking, RFC 2928
          "2001:db8::/32", // documentation, RFC 3849
          "2002::/16", // 6to4, RFC 3056: carries an IPv4 address within
          "2620:4f:8000::/48", // AS112, RFC 7534
          "3ffe::/16", // 6bone, returned, RFC 3701
          "3fff::/20"); // documentation, RFC 9637

  private PublicAddresses() {}

  /** Whether the address may be dialled for anybody who asks. */
  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return SPECIAL_V4.stream().noneMatch(range -> range.holds(bytes));
    }
    return GLOBAL_V6.holds(bytes)
        && !isIsatap(bytes)
        && SPECIAL_V6.stream().noneMatch(range -> range.holds(bytes));
  }

  /** RFC 5214 §6.1: the interface identifier 0[02]00:5efe tunnels to the IPv4 address after it. */
  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & 0xfd) == 0
        && bytes[9] == 0
        && bytes[10] == 0x5e
        && (bytes[11] & 0xff) == 0xfe;
  }

  private static List<Range> ranges(String... written) {
    return Arrays.stream(written).map(Range::of).toList();
  }

  /** The addresses that share their first bits. */
  private record Range(BigInteger prefix, int length, int bits) {
    static Range of(String written) {
      String[] parts = written.split("/");
      byte[] address = literal(parts[0]);
      int bits = Integer.parseInt(parts[1]);
      int length = address.length * 8;
      return new Range(new BigInteger(1, address).shiftRight(length - bits), length, bits);
    }

    boolean holds(byte[] address) {
      return new BigInteger(1, address).shiftRight(length - bits).equals(prefix);
    }

    private static byte[] literal(String written) {
      try {
        return InetAddress.getByName(written).getAddress();
      } catch (UnknownHostException e) {
        throw new IllegalStateException(written, e);
      }
    }
  }
}
