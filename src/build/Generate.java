/**
 * Both generators in one JVM, since every start through Maven pays for it.
 *
 * <p>Arguments: the folder of migrations, the folder to write tables to, the folder of templates, the folder to write those to.
 */
class Generate {

    public static void main(String[] arguments) throws Exception {
        GenerateTables.main(new String[] {arguments[0], arguments[1]});
        GenerateTemplates.main(new String[] {arguments[2], arguments[3]});
    }
}
