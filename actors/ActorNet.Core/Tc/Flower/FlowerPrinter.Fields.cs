using System.Globalization;

namespace ActorNet.Core.Tc.Flower;

/// <content>How single fields are printed; a field that the mask does not look at is left out.</content>
internal sealed partial class FlowerPrinter
{
    private void PrintLine(string name, string value) => _writer.Text(name, "\n  " + name + " {0}", value);

    private void PrintNumber(string name, FlowField field)
    {
        if (_mask.Has(field)) _writer.Unsigned(name, "\n  " + name + " {0}", _key.Get(field));
    }

    private void PrintMac(string name, FlowField field)
    {
        if (_mask.Has(field)) PrintLine(name, FlowerAddress.FormatMac(_key.Get(field), _mask.Get(field)));
    }

    private void PrintAddress(string name, UInt128 value, UInt128 mask, bool isV6)
    {
        if (mask != 0) PrintLine(name, FlowerAddress.Format(value, mask, isV6));
    }

    /// <summary>A number, and unless it has all bits its mask, which is a field of its own in JSON.</summary>
    private void PrintHexMasked(string name, FlowField field)
    {
        if (!_mask.Has(field)) return;
        PrintNumber(name, field);
        var mask = _mask.Get(field);
        if (mask == field.Ones) return;
        var digits = mask.ToString("x", CultureInfo.InvariantCulture);
        _writer.Text(name + "_mask", "/0x{0}", digits);
    }

    /// <summary>A number with its mask, both decimal, as one text.</summary>
    private void PrintMaskedText(string name, FlowField field)
    {
        if (_mask.Has(field)) PrintLine(name, MaskedText(field, _key.Get(field).ToString(CultureInfo.InvariantCulture)));
    }

    private string MaskedText(FlowField field, string value) =>
        _mask.Get(field) == field.Ones ? value : string.Create(CultureInfo.InvariantCulture, $"{_key.Get(field)}/{_mask.Get(field)}");

    private void PrintArpOperation()
    {
        if (!_mask.Has(FlowField.ArpOperation)) return;
        var operation = _key.Get(FlowField.ArpOperation);
        PrintLine("arp_op", MaskedText(FlowField.ArpOperation, operation switch { 1 => "request", 2 => "reply", _ => operation.ToString(CultureInfo.InvariantCulture) }));
    }

    private void PrintRange(string name, FlowField first, FlowField last)
    {
        if (!_mask.Has(first)) return;
        _writer.OpenObject(name).Unsigned("start", "\n  " + name + " {0}", _key.Get(first)).Unsigned("end", "-{0}", _key.Get(last)).CloseObject();
    }

    private void PrintFragments()
    {
        if (!_mask.Has(FlowField.Fragments)) return;
        _writer.OpenObject("ip_flags").Plain("\n  ip_flags ");
        var isNext = false;
        PrintFragment(FragmentName, FlowField.Fragment, ref isNext);
        PrintFragment(FirstFragmentName, FlowField.FirstFragment, ref isNext);
        _writer.CloseObject();
    }

    private void PrintFragment(string name, ulong flag, ref bool isNext)
    {
        if ((_mask.Get(FlowField.Fragments) & flag) == 0) return;
        var isSet = (_key.Get(FlowField.Fragments) & flag) != 0;
        if (isNext) _writer.Plain("/");
        if (!isSet) _writer.Plain("no");
        _writer.Plain(name).Flag(name, null, isSet);
        isNext = true;
    }

    /// <summary>The outermost entry in words of its own when it is the only one; otherwise, or when nothing is said about it, all by depth.</summary>
    private void PrintLabels()
    {
        var entries = _mask.Get(FlowField.MplsEntries);
        if (entries == 0) return;
        var isPlain = entries == 1 && (_mask.Has(FlowField.MplsLabel(0)) || _mask.Has(FlowField.MplsClass(0)) || _mask.Has(FlowField.MplsBottom(0)) || _mask.Has(FlowField.MplsTtl(0)));
        if (isPlain)
        {
            PrintNumber("mpls_label", FlowField.MplsLabel(0));
            PrintMaskedText("mpls_tc", FlowField.MplsClass(0));
            PrintMaskedText("mpls_bos", FlowField.MplsBottom(0));
            PrintMaskedText("mpls_ttl", FlowField.MplsTtl(0));
            return;
        }

        _writer.Plain("\n  mpls").OpenArray("mpls");
        for (var entry = 0; entry < FlowField.MaxMplsEntries; entry++)
        {
            if ((entries & (1UL << entry)) != 0) PrintEntry(entry);
        }

        _writer.CloseArray();
    }

    private void PrintEntry(int entry)
    {
        _writer.Plain("\n    lse").OpenObject().Number("depth", " depth {0}", entry + 1);
        PrintPart("label", FlowField.MplsLabel(entry));
        PrintPart("tc", FlowField.MplsClass(entry));
        PrintPart("bos", FlowField.MplsBottom(entry));
        PrintPart("ttl", FlowField.MplsTtl(entry));
        _writer.CloseObject();
    }

    private void PrintPart(string name, FlowField field)
    {
        if (_mask.Has(field)) _writer.Unsigned(name, " " + name + " {0}", _key.Get(field));
    }
}
