package io.outflow.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.outflow.access.TooManyTries;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Limits wrong tries before a password is hashed. An account is limited per address, so that nobody can lock a person out
 * from somewhere else; an address is limited over all accounts.
 */
@Component
public class Throttle {

    private static final int WRONG_TRIES_PER_ACCOUNT = 20;
    private static final int WRONG_TRIES_PER_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int IPV6_NETWORK_BYTES = 8;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(WINDOW).build();

    /** Counts a try as wrong until {@link Try#succeeded()} says otherwise, so that many at once cannot slip through. */
    public Try begin(String account, String address) {
        var network = network(address);
        var perAccount = bucket("a:" + network + ":" + account, WRONG_TRIES_PER_ACCOUNT);
        var perAddress = bucket("n:" + network, WRONG_TRIES_PER_ADDRESS);
        if (!perAddress.tryConsume(1)) {
            throw new TooManyTries();
        }
        if (!perAccount.tryConsume(1)) {
            perAddress.addTokens(1);
            throw new TooManyTries();
        }
        return () -> {
            perAccount.reset();
            perAddress.addTokens(1);
        };
    }

    private Bucket bucket(String key, int tries) {
        return buckets.get(key, ignored -> Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, WINDOW))
                .build());
    }

    /** One IPv6 customer has 2^64 addresses or more; the network counts as one. */
    private static String network(String address) {
        try {
            return InetAddress.getByName(address) instanceof Inet6Address ipv6
                    ? HexFormat.of().formatHex(ipv6.getAddress(), 0, IPV6_NETWORK_BYTES)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    public interface Try {
        void succeeded();
    }
}
