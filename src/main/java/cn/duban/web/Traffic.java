package cn.duban.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How many requests this node is answering, so that work in the background can leave the machine to those who wait for a page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Traffic extends OncePerRequestFilter {

    private int answering;
    /** Nanoseconds of answering, of all requests together, until {@link #until}. */
    private long answered;
    private long until = System.nanoTime();

    /** Looks at the traffic from now on. */
    public Watch watch() {
        return new Watch();
    }

    public final class Watch {

        private long answeredThen;
        private long then;

        private Watch() {
            average();
        }

        /** How many were being answered at a time since the last look; 0 between two looks of the same moment. */
        public double average() {
            synchronized (Traffic.this) {
                changes(0);
                var average = until == then ? 0 : (double) (answered - answeredThen) / (until - then);
                answeredThen = answered;
                then = until;
                return average;
            }
        }
    }

    private synchronized void changes(int by) {
        var now = System.nanoTime();
        answered += answering * (now - until);
        until = now;
        answering += by;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        changes(1);
        try {
            chain.doFilter(request, response);
        } finally {
            changes(-1);
        }
    }
}
