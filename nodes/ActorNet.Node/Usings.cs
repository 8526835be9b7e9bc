// The topology's own namespace bears the name of its main type; the machine's hosts and the file's hosts share a name.
global using FileHost = ActorNet.Topology.Host;
global using TopologyModel = ActorNet.Topology.Topology;
