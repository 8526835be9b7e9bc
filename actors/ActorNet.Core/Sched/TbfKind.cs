using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>The kind <c>tbf</c>: reads its options in tc's words, with tc's complaints.</summary>
public sealed class TbfKind : QdiscKind
{
    private const string Usage = "Usage: ... tbf limit BYTES burst BYTES[/BYTES] rate KBPS [ mtu BYTES[/BYTES] ]\n"
        + "\t[ peakrate KBPS ] [ latency TIME ] [ overhead BYTES ] [ linklayer TYPE ]";

    /// <inheritdoc/>
    public override string Name => "tbf";

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new TbfQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        var values = new Values();
        while (!args.AtEnd) ReadOption(args, ref values);
        CheckComplete(values);
        return new TbfOptions
        {
            Rate = values.Rate,
            Burst = values.Burst,
            Limit = values.Latency == 0 ? values.Limit : TbfOptions.LimitFor(values.Rate, values.Burst, values.Latency, values.PeakRate, values.Mtu),
            PeakRate = values.PeakRate,
            Mtu = values.Mtu,
            Overhead = values.Overhead,
            Mpu = values.Mpu,
            Atm = values.Atm,
        };
    }

    private static void ReadOption(ArgReader args, ref Values values)
    {
        var option = args.Next();
        switch (option)
        {
            case "limit":
                ReadLimit(args.Next(option), ref values);
                break;
            case "latency":
                ReadLatency(args.Next(option), ref values);
                break;
            case "burst" or "buffer" or "maxburst":
                RefuseTwice(values.Burst, "buffer/burst/maxburst");
                values.Burst = SizeWithCell(option, args.Next(option));
                break;
            case "mtu" or "minburst":
                RefuseTwice(values.Mtu, "mtu/minburst");
                values.Mtu = SizeWithCell(option, args.Next(option));
                break;
            case "rate":
                RefuseTwice(values.Rate, option);
                values.Rate = RateOf(option, args.Next(option));
                break;
            case "peakrate":
                RefuseTwice(values.PeakRate, option);
                values.PeakRate = RateOf(option, args.Next(option));
                break;
            case "mpu":
                RefuseTwice(values.Mpu, option);
                // A size of any length is read, of which 16 bits are sent.
                values.Mpu = unchecked((ushort)SizeOf(option, args.Next(option)));
                break;
            case "overhead":
                RefuseTwice(values.Overhead, option);
                values.Overhead = ShortOf(option, args.Next(option));
                break;
            case "linklayer":
                values.Atm = LinkLayerOf(option, args.Next(option));
                break;
            case "help":
                throw new Iproute2Exception(Usage);
            default:
                throw new Iproute2Exception($"tbf: unknown parameter \"{option}\"\n{Usage}");
        }
    }

    private static void ReadLimit(string word, ref Values values)
    {
        RefuseTwice(values.Limit, "limit");
        if (values.Latency != 0) throw new Iproute2Exception("tbf: specifying both \"latency\" and \"limit\" is not allowed");
        values.Limit = Units.TryParseSize(word, out var limit) ? limit : throw Illegal("limit", word);
    }

    private static void ReadLatency(string word, ref Values values)
    {
        RefuseTwice(values.Latency, "latency");
        if (values.Limit != 0) throw new Iproute2Exception("tbf: specifying both \"limit\" and \"/latency\" is not allowed");
        values.Latency = Units.TryParseMicroseconds(word, out var latency) ? latency : throw Illegal("latency", word);
    }

    private static void CheckComplete(Values values)
    {
        var complaints = new List<string>();
        if (values.Rate == 0) complaints.Add("tbf: the \"rate\" parameter is mandatory.");
        if (values.Burst == 0) complaints.Add("tbf: the \"burst\" parameter is mandatory.");
        if (values is { PeakRate: > 0, Mtu: 0 }) complaints.Add("tbf: when \"peakrate\" is specified, \"mtu\" must also be specified.");
        if (values is { Limit: 0, Latency: 0 }) complaints.Add("tbf: either \"limit\" or \"latency\" is required.");
        if (complaints.Count > 0) throw new Iproute2Exception(string.Join('\n', complaints) + "\n" + Usage);
    }

    private static void RefuseTwice(ulong earlier, string option)
    {
        if (earlier != 0) throw new Iproute2Exception($"tbf: duplicate \"{option}\" specification");
    }

    /// <summary>BYTES[/CELL]; the cell, a power of two, served a rate table that kernels no longer look at.</summary>
    private static uint SizeWithCell(string option, string word)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        if (!Units.TryParseSize(slash < 0 ? word : word[..slash], out var size)) throw Illegal(option, word);
        if (slash < 0) return size;
        var cell = word[(slash + 1)..];
        if (!uint.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)) throw Illegal(option, word[..slash]);
        return uint.IsPow2(bytes) ? size : throw Illegal(option, word);
    }

    private static ulong RateOf(string option, string word) => Units.TryParseRate(word, out var rate) ? rate : throw Illegal(option, word);

    private static uint SizeOf(string option, string word) => Units.TryParseSize(word, out var size) ? size : throw Illegal(option, word);

    private static ushort ShortOf(string option, string word) =>
        ushort.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Illegal(option, word);

    private static bool LinkLayerOf(string option, string word) => word switch
    {
        "ethernet" => false,
        "atm" or "adsl" => true,
        _ => throw Illegal(option, word),
    };

    private static Iproute2Exception Illegal(string option, string word) => new($"tbf: illegal value for \"{option}\": \"{word}\"");

    private struct Values
    {
        public ulong Rate;
        public ulong PeakRate;
        public uint Burst;
        public uint Mtu;
        public uint Limit;
        public uint Latency;
        public ushort Overhead;
        public ushort Mpu;
        public bool Atm;
    }
}
