using System.Globalization;
using System.Net.Sockets;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology;

/// <summary>Reads one line of <c>traffic</c>; the grammar is in the folder's README.</summary>
internal sealed class FlowParser
{
    private const string Forms = "Write 'ping alice -> bob', 'tcp alice -> bob 10mb', or 'udp alice -> bob rate 1mbit for 10s', with a name and ':' before it or without";
    private const string Arrow = "->";
    private const int UsualPings = 5;
    private const long UsualInterval = 1_000_000_000;
    private const int UsualPingBytes = 56;
    private const int UsualDatagramBytes = 1200;
    private const int LeastDatagramBytes = 24;
    private const int LeastPingBytes = 16;
    private const long LeastInterval = 1_000_000;
    private const long MostRate = 1_000_000_000_000;
    private const long MostDatagrams = 1_000_000_000;
    private static readonly string[] Kinds = ["ping", "tcp", "udp"];

    private readonly FlowEnds _ends;
    private readonly Written _line;
    private readonly int _number;
    private readonly LineTokens _words;
    private string? _name;
    private Options _options = new();

    private FlowParser(FlowEnds ends, Written line, int number)
    {
        (_ends, _line, _number) = (ends, line, number);
        // Neither hosts nor values hold a colon.
        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0) ReadName(new LineTokens(line.Text, 0, colon));
        _words = new LineTokens(line.Text, colon + 1, line.Text.Length);
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="ends">The hosts.</param>
    /// <param name="number">Number of the line, from 1.</param>
    /// <exception cref="LineException">Something in it is wrong.</exception>
    public static TrafficFlow Read(Written line, FlowEnds ends, int number) => new FlowParser(ends, line, number).Read();

    private void ReadName(LineTokens words)
    {
        _name = words.Next("a name before ':'", "Write NAME: ping alice -> bob, or leave ':' out");
        var good = _name.Length <= TopologyLimits.MaxFlowName && char.IsAsciiLetter(_name[0]) && _name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');
        if (!good) throw words.Wrong($"{Phrases.Quote(_name)} is no name for traffic", $"Use 1 to {TopologyLimits.MaxFlowName} letters, digits, '_', '.' and '-', starting with a letter");
        if (string.Equals(_name, DropExpectation.Subject, StringComparison.Ordinal)) throw words.Wrong("'lab' means all boxes together where something is expected", "Choose another name");
        words.End("the name");
    }

    private TrafficFlow Read()
    {
        var kind = _words.Next("what is sent", Forms);
        if (!Kinds.Contains(kind, StringComparer.Ordinal)) throw _words.Wrong($"{Phrases.Quote(kind)} is no kind of traffic", Phrases.DidYouMean(kind, Kinds) + Forms);
        var from = Host("who sends", kind);
        _words.Expect(Arrow, $"{kind} {from.Name} -> ...");
        var to = Host("who receives", kind);
        if (ReferenceEquals(from, to)) throw _words.Wrong($"{from.Name} sends to itself, which no box would see", "Name two hosts");
        var receiver = _words.Mark();
        ReadOptions(kind);
        var target = _ends.AddressOf(from, to, _options.Family, out var fault) ?? throw receiver.Wrong(fault!);
        var name = _name ?? $"{kind}-{from.Name}-{to.Name}";
        var head = new Head(name, from, to, target);
        return kind switch { "ping" => Ping(head), "tcp" => Tcp(head), _ => Udp(head) };
    }

    private Host Host(string what, string kind)
    {
        var name = _words.Next(what, $"Write {kind} alice -> bob");
        return _ends.Find(name, out var fault) ?? throw _words.Wrong(fault!);
    }

    private void ReadOptions(string kind)
    {
        while (!_words.AtEnd)
        {
            var word = _words.Next("an option", "");
            var isSize = Quantity.TryRead(word, QuantityUnit.Bytes, out _);
            var key = isSize ? "bytes" : word;
            var known = KeysOf(kind);
            if (!known.Contains(key, StringComparer.Ordinal)) throw _words.Wrong(isSize ? SizeOf(kind, word) : $"{Phrases.Quote(word)} is no word of {kind}", $"{Phrases.DidYouMean(word, known)}Known: {string.Join(", ", known.Select(Shown))}");
            if (!_options.Said.Add(key)) throw _words.Wrong(isSize ? "the length is said twice" : $"{key} is said twice", "Remove one of them");
            ReadOption(key, word);
        }
    }

    private static string SizeOf(string kind, string word) => $"{Phrases.Quote(word)} is no word of {kind}: only tcp has a length";

    private static string Shown(string key) => key switch { "bytes" => "a length such as 10mb", "over" => "over ipv4, over ipv6", _ => key };

    private static string[] KeysOf(string kind) => kind switch
    {
        "ping" => ["count", "interval", "size", "at", "over"],
        "tcp" => ["bytes", "for", "at", "over", "ecn"],
        _ => ["rate", "size", "for", "count", "at", "over", "ecn"],
    };

    private void ReadOption(string key, string word)
    {
        switch (key)
        {
            case "bytes":
                _options.Bytes = Amount(word, QuantityUnit.Bytes, "a length", 1);
                break;
            case "count":
                _options.Count = Amount(Value(key), QuantityUnit.Count, "a count", 1);
                break;
            case "interval":
                _options.Interval = _words.Time(key);
                if (_options.Interval < LeastInterval) throw _words.Wrong("the interval is too short", "Write 1ms or more");
                break;
            case "size":
                _options.Size = Amount(Value(key), QuantityUnit.Bytes, "a size", 1);
                _options.SizePlace = _words.Mark();
                break;
            case "at":
                _options.At = _words.Time(key);
                break;
            case "for":
                _options.Duration = _words.Time(key);
                if (_options.Duration == 0) throw _words.Wrong("traffic has to last", "Write a time above 0 behind for");
                break;
            case "rate":
                _options.Rate = Amount(Value(key), QuantityUnit.BitRate, "a rate", 8);
                if (_options.Rate > MostRate) throw _words.Wrong("no host sends that fast", "Write at most 1tbit");
                break;
            case "over":
                _options.Family = Family(Value(key));
                break;
            default:
                _options.Ecn = true;
                break;
        }
    }

    private string Value(string key) => _words.Next($"a value of {key}", $"Write {key} and behind it its value");

    private AddressFamily Family(string word) => word switch
    {
        "ipv4" => AddressFamily.InterNetwork,
        "ipv6" => AddressFamily.InterNetworkV6,
        _ => throw _words.Wrong($"{Phrases.Quote(word)} is no protocol to go over", "Write over ipv4, or over ipv6"),
    };

    private long Amount(string word, QuantityUnit unit, string what, long least)
    {
        if (!Quantity.TryRead(word, unit, out var value)) throw _words.Wrong($"{Phrases.Quote(word)} is not {what}", Quantity.RemedyOf(unit));
        return value >= least ? (long)value : throw _words.Wrong($"{what} of {word} is none", "Write more");
    }

    private PingFlow Ping(Head head)
    {
        var count = _options.Count ?? UsualPings;
        if (count > TopologyLimits.MaxPings) throw _words.Wrong($"{count} requests are too many", $"Write at most {TopologyLimits.MaxPings} behind count");
        var size = Payload(head, UsualPingBytes, LeastPingBytes);
        return new PingFlow(_line.Origin, _line.Text, head.Name, _number, head.From.Name, head.To.Name, head.Target, _options.At, (int)count, _options.Interval ?? UsualInterval, size);
    }

    private TcpFlow Tcp(Head head)
    {
        if (_options.Bytes is null == _options.Duration is null)
            throw _words.Wrong(_options.Bytes is null ? "it is not said how much tcp sends" : "tcp sends a length or for a time, not both", "Write either a length such as 10mb, or for and a time such as for 10s");
        return new TcpFlow(
            _line.Origin, _line.Text, head.Name, _number, head.From.Name, head.To.Name, head.Target, _options.At, _options.Bytes ?? 0, _options.Duration ?? 0, _options.Ecn);
    }

    private UdpFlow Udp(Head head)
    {
        if (_options.Rate is not { } rate) throw _words.Wrong("it is not said how fast udp sends", "Write rate and behind it bits of payload a second, as in rate 1mbit");
        if (_options.Count is null == _options.Duration is null)
            throw _words.Wrong(_options.Count is null ? "it is not said how long udp sends" : "udp sends a count or for a time, not both", "Write either for 10s, or count 1000");
        var size = Payload(head, Math.Min(UsualDatagramBytes, Room(head)), LeastDatagramBytes);
        var datagrams = _options.Count ?? _options.Duration!.Value / 1e9 * rate / 8 / size;
        if (datagrams > MostDatagrams) throw _words.Wrong(string.Create(CultureInfo.InvariantCulture, $"{datagrams:0} datagrams are too many"), $"Send slower or shorter: at most {MostDatagrams}");
        return new UdpFlow(
            _line.Origin, _line.Text, head.Name, _number, head.From.Name, head.To.Name, head.Target, _options.At, rate, size, _options.Count ?? 0, _options.Duration ?? 0, _options.Ecn);
    }

    /// <summary>What fits one packet: built-in hosts make no fragments.</summary>
    private int Payload(Head head, int usual, int least)
    {
        var size = _options.Size ?? usual;
        if (size >= least && size <= Room(head)) return (int)size;
        var place = _options.SizePlace ?? _words.Mark();
        throw place.Wrong(new LinkFault(
            size < least ? $"a payload of {size} bytes is too small" : $"a payload of {size} bytes does not fit the mtu of {Math.Min(head.From.Mtu, head.To.Mtu)}; fragments are not emulated",
            string.Create(CultureInfo.InvariantCulture, $"Write a size from {least}b to {Room(head)}b")));
    }

    private static int Room(Head head) =>
        Math.Min(head.From.Mtu, head.To.Mtu) - (head.Target.AddressFamily == AddressFamily.InterNetworkV6 ? 48 : 28);

    private readonly record struct Head(string Name, Host From, Host To, System.Net.IPAddress Target);

    private sealed class Options
    {
        public HashSet<string> Said { get; } = new(StringComparer.Ordinal);

        public long? Bytes { get; set; }

        public long? Count { get; set; }

        public long? Interval { get; set; }

        public long? Size { get; set; }

        public LineMark? SizePlace { get; set; }

        public long At { get; set; }

        public long? Duration { get; set; }

        public long? Rate { get; set; }

        public AddressFamily? Family { get; set; }

        public bool Ecn { get; set; }
    }
}
