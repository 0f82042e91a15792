using System.Collections.Concurrent;

namespace Aggregator.Fetching;

/// <summary>
/// At most so many requests in flight for one host, and a pause between their starts, whoever makes them: visits, pages, redirects,
/// robots.txt. What is due is chosen by the same rule, so a wait here is rare; only a redirect to a host of others meets it.
/// </summary>
/// <param name="places">Requests of a host in flight.</param>
/// <param name="pause">Time between the starts of two requests to a host.</param>
/// <param name="clock">Measures the pause.</param>
public sealed class HostGate(Func<string, int> places, Func<string, TimeSpan> pause, TimeProvider clock)
{
    /// <summary>Rooms that are only kept for their pause are cleared when there are so many.</summary>
    private const int Crowded = 2000;

    private readonly ConcurrentDictionary<string, Room> rooms = new(StringComparer.Ordinal);

    /// <summary>Waits for a place; disposing what it returns gives the place on.</summary>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken stop)
    {
        var room = Reserve(host);
        try
        {
            await room.Places.WaitAsync(stop);
        }
        catch
        {
            Forget(host, room);
            throw;
        }

        var place = new Place(this, host, room);
        try
        {
            if (room.Book(pause(host), clock) is { } wait && wait > TimeSpan.Zero) await Task.Delay(wait, clock, stop);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    private Room Reserve(string host)
    {
        while (true)
        {
            var room = rooms.GetOrAdd(host, name => new Room(places(name)));
            lock (room)
            {
                if (room.Guests < 0) continue;
                room.Guests++;
                return room;
            }
        }
    }

    private void Forget(string host, Room room)
    {
        lock (room)
        {
            if (--room.Guests > 0 || !room.IsRested(clock)) return;
            Close(host, room);
        }

        if (rooms.Count > Crowded) ClearRested();
    }

    private void ClearRested()
    {
        foreach (var (host, room) in rooms)
            lock (room)
                if (room.Guests == 0 && room.IsRested(clock)) Close(host, room);
    }

    private void Close(string host, Room room)
    {
        // Below zero: whoever still holds this room must take a new one.
        room.Guests = -1;
        rooms.TryRemove(new KeyValuePair<string, Room>(host, room));
    }

    private sealed class Room(int places)
    {
        private long? next;

        public SemaphoreSlim Places { get; } = new(places, places);

        public int Guests { get; set; }

        /// <summary>Takes the next start and says how far away it is.</summary>
        public TimeSpan Book(TimeSpan pause, TimeProvider clock)
        {
            lock (this)
            {
                var now = clock.GetTimestamp();
                var start = next > now ? next.Value : now;
                next = start + (long)(pause.TotalSeconds * clock.TimestampFrequency);
                return clock.GetElapsedTime(now, start);
            }
        }

        public bool IsRested(TimeProvider clock) => next is null || next <= clock.GetTimestamp();
    }

    private sealed class Place(HostGate gate, string host, Room room) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 1) return;
            room.Places.Release();
            gate.Forget(host, room);
        }
    }
}
