using System.Collections.Concurrent;

namespace Aggregator.Fetching;

/// <summary>At most so many requests in flight for one host, whoever makes them: visits, pages, redirects.</summary>
public sealed class HostGate(int perHost)
{
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

        return new Place(this, host, room);
    }

    private Room Reserve(string host)
    {
        while (true)
        {
            var room = rooms.GetOrAdd(host, _ => new Room(perHost));
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
            if (--room.Guests > 0) return;
            // Below zero: whoever still holds this room must take a new one.
            room.Guests = -1;
            rooms.TryRemove(new KeyValuePair<string, Room>(host, room));
        }
    }

    private sealed class Room(int places)
    {
        public SemaphoreSlim Places { get; } = new(places, places);

        public int Guests { get; set; }
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
